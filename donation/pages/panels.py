"""How the site stands as tables to show: each a title, columns if there are several, and lines."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.template.defaultfilters import filesizeformat
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from donation.operation.standing import Standing

Cell = str | int


class Panel(NamedTuple):
    """One table. The first cell of a line names it; without lines the page says so."""

    title: str
    lines: Sequence[Sequence[Cell]]
    columns: Sequence[str] = ()


def panels(now: Standing) -> list[Panel]:
    """All tables but that of dead letters, which has buttons; in the language of the request."""
    return [
        _work(now),
        Panel(
            _("Dons par étape"),
            [(one.stage, one.donations, _moment(one.since)) for one in now.stages],
            (_("Étape"), _("Dons"), _("Le plus ancien y est depuis")),
        ),
        Panel(_("Archives inutilisables, par raison"), list(now.problems.items())),
        Panel(
            _("Formats qui changent, depuis hier"),
            [(rise.reader, f"{rise.family} {rise.field}", rise.met) for rise in now.rises],
        ),
        Panel(
            _("Textes écartés parce que le masquage a échoué, en sept jours"),
            list(now.redaction.items()),
        ),
        Panel(
            _("Échéances d’effacement"),
            [(one.kept, _moment(one.oldest), _moment(one.ends), one.late) for one in now.clocks],
            (_("Ce qui est gardé"), _("Le plus ancien"), _("Prochaine échéance"), _("En retard")),
        ),
        _mourning(now),
        _disk(now),
    ]


def _work(now: Standing) -> Panel:
    return Panel(
        _("Travail en attente"),
        [
            (_("En attente"), now.queue.waiting),
            (_("Âge du plus ancien, en secondes"), round(now.queue.oldest_seconds)),
            (_("En cours"), now.queue.running),
            (_("Envois en route"), now.uploads),
        ],
    )


def _mourning(now: Standing) -> Panel:
    return Panel(
        _("Retraits qui attendent leur publication"),
        [
            (_("Donneurs"), now.mourning.donors),
            (_("Lignes"), now.mourning.rows),
            (_("Publiés au plus tard le"), _moment(now.mourning.until)),
        ],
    )


def _disk(now: Standing) -> Panel:
    short = _("trop peu pour trois envois")
    free = filesizeformat(now.disk.free)
    return Panel(
        _("Disque"),
        [
            (_("Libre"), f"{free} : {short}" if now.disk.is_short else free),
            (_("En tout"), filesizeformat(now.disk.total)),
        ],
    )


def _moment(at: datetime | None) -> str:
    return formats.date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT") if at else ""
