<?php
ldap_search($ldap, 'dc=clinic', '(uid=' . ldap_escape($_GET['user'], '', LDAP_ESCAPE_FILTER) . ')');
