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

resource "aws_lb_listener" "moved" {
  port     = 80
  protocol = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_elasticsearch_domain" "searched" {
  node_to_node_encryption {
    enabled = true
  }
  cognito_options {
    enabled = false
  }
}
