"""Reading and dating articles."""
