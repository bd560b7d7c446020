from django.utils.safestring import mark_safe
from markupsafe import Markup


def label(name, note):
    Markup("<b>%s</b>" % name)  # pave: expect markup-text
    Markup(f"<b>{name}</b>")  # pave: expect markup-text
    mark_safe("<b>{}</b>".format(note))  # pave: expect markup-text
    return mark_safe("<b>" + note + "</b>")  # pave: expect markup-text
