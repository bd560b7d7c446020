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

resource "azurerm_linux_web_app" "shop" {
  https_only = false # pave: expect clear-transport
}

resource "aws_lb_listener" "plain" { # pave: expect clear-transport
  port     = 80
  protocol = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.shop.arn
  }
}

resource "aws_elasticsearch_domain" "searched" {
  node_to_node_encryption {
    enabled = false # pave: expect clear-transport
  }
}
