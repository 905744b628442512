"""The views of the page: what each is called, where it lies and the right that it takes."""

from dataclasses import dataclass

from web.users import Role, User


@dataclass(frozen=True, slots=True)
class View:
    """One view; its words in the navigation are the text `view_<name>`, `changes` the right to change what it shows."""

    name: str
    path: str
    role: Role = Role.READ
    changes: Role = Role.READ


ASK = View("ask", "/")
DOCUMENTS = View("documents", "/dokument", changes=Role.DOCUMENTS)
LEARN = View("learn", "/lar")
EVALUATE = View("evaluate", "/utvardera", Role.EVALUATE, Role.EVALUATE)
ABOUT = View("about", "/om")
VIEWS = (ASK, DOCUMENTS, LEARN, EVALUATE, ABOUT)


def view_at(path: str) -> View | None:
    """The view that an address belongs to; None for what belongs to all of them."""
    return next((v for v in VIEWS[1:] if path == v.path or path.startswith(f"{v.path}/")), None)


def views_for(user: User | None) -> list[View]:
    """The views that a user may open, in the order of the navigation."""
    return [view for view in VIEWS if user and user.may(view.role)]
