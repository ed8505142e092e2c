"""What every layer may use: refusals, sentences, paths, settings, writing files whole."""
