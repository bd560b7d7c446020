resource "tls_private_key" "own" {
  algorithm = "RSA"
  rsa_bits  = 1024 # pave: expect weak-key
}

resource "azurerm_key_vault_key" "own" {
  name     = "own"
  key_type = "RSA"
  key_size = 1024 # pave: expect weak-key
}
