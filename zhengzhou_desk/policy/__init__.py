"""Policy: the law as dated data, rules as small functions, and the engine that judges every edit."""
