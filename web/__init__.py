"""The page: what a user sees and clicks, and the small server round it."""

import os

# Gradio and huggingface_hub read these when they are first imported, and every module of
# this package that imports them is imported after this file. Nothing leaves the machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"
