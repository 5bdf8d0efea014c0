"""How Glane is deployed: small programs beside the site."""
