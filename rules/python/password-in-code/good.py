import os

import psycopg2
import redis

connection = psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"])
cache = redis.Redis(host="cache", password="")
other = redis.Redis(host="cache", password="<password>")
