"""What we know of Swedish: pure functions over the data files beside them."""
