from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def label(name, note, count):
    Markup("<b>%s</b>") % name
    Markup(f"<b>{escape(name)}</b>")
    mark_safe("<b>{}</b>".format(escape(note)))
    mark_safe("<b>%d</b>" % len(note))
    mark_safe("<b>new</b>")
    return format_html("<b>{}</b>", note)
