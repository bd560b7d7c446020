resource "azurerm_storage_account" "records" {
  name                      = "records"
  enable_https_traffic_only = false # pave: expect clear-transport
}

resource "aws_elasticache_replication_group" "cache" {
  transit_encryption_enabled = false # pave: expect clear-transport
}

resource "aws_cloudfront_distribution" "site" {
  default_cache_behavior {
    viewer_protocol_policy = "allow-all" # pave: expect clear-transport
  }
}
