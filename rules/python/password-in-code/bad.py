import ldap3
import paramiko
import psycopg2
import redis

connection = psycopg2.connect(host="db", user="shop", password="tomato-soup")  # pave: expect password-in-code
cache = redis.Redis(host="cache", password="tomatoes")  # pave: expect password-in-code
client = paramiko.SSHClient()
client.connect("files.example.org", username="shop", password="tomatoes4")  # pave: expect password-in-code
directory = ldap3.Connection(server, "cn=shop", "tomatoes5", auto_bind=True)  # pave: expect password-in-code
