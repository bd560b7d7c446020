resource "azurerm_storage_account" "records" {
  name                      = "records"
  enable_https_traffic_only = true
}

resource "aws_elasticache_replication_group" "cache" {
  transit_encryption_enabled = true
}

resource "aws_cloudfront_distribution" "site" {
  default_cache_behavior {
    viewer_protocol_policy = "redirect-to-https"
  }
}
