"""SQLite behind the desk's ports: schema, migrations, queries.

Times are whole epoch seconds (UTC), money whole minor units, JSON compact text. Start reading at `database.py`.
"""
