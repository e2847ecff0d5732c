"""Configuration: what ``govreply.toml``, ``[tool.govreply]`` and the environment say, and for which documents it holds."""
