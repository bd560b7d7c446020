<?php
ldap_search($ldap, 'dc=clinic', '(uid=' . $_GET['user'] . ')'); // pave: expect ldap-injection
