"""What travels between a notebook and a collector, and the links and codes that lead to one."""
