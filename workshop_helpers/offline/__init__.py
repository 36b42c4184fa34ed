"""Pictures without a network: slips from a paper hat, and tables from survey tools."""
