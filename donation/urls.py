"""Addresses: French without a prefix, English under /en/. No code ever stands in one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _

from donation.pages import (
    amend,
    cards,
    confirm,
    duels,
    every_row,
    examples,
    health,
    home,
    impact,
    my_donation,
    progress,
    publications,
    question,
    receipt,
    report,
    request,
    sample,
    staff,
    tombstones,
    tus,
    understood,
    upload,
    verify,
)

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("envois/", tus.uploads, name="tus_uploads"),
    path("envois/<uuid:upload_id>", tus.upload, name="tus"),
    path("lecteurs.json", upload.tables, name="wanted"),
    path("gestion/", staff.site.urls),
    path("tombstones.json", tombstones.releases, name="releases"),
    re_path(
        r"^tombstones/(?P<name>[a-z0-9.\-]{3,46})\.json$", tombstones.of_release, name="tombstones"
    ),
    re_path(
        r"^publications/(?P<name>[a-z0-9.\-]{3,46})/(?P<path>[\w./\-]{1,200})$",
        publications.download,
        name="download",
    ),
    *i18n_patterns(
        path("", home.home, name="home"),
        path(_("demander/"), request.choose, name="choose"),
        path(_("demander/<slug:name>/"), request.platform, name="platform"),
        path(_("demander/<slug:name>/rappel.ics"), request.reminder, name="reminder"),
        path(_("essayer/"), sample.sample_archive, name="sample"),
        path(_("essayer/fin/"), sample.sample_over, name="sample_over"),
        path(_("demander/<slug:name>/message/"), request.ask_reminder, name="ask_reminder"),
        path(_("demander/<slug:name>/sans-rappel/"), request.remembered, name="remembered"),
        path("l/<str:signed>/", request.came_back, name="came_back"),
        path(_("l/<str:signed>/ne-plus-ecrire/"), request.stop_reminder, name="stop_reminder"),
        path(_("deposer/"), upload.upload, name="upload"),
        path(_("deposer/commencer/"), upload.begin, name="upload_begin"),
        path(_("deposer/terminer/"), upload.finish, name="upload_finish"),
        path(_("suivi/"), progress.progress, name="progress"),
        path(_("suivi/rappel.ics"), progress.calendar, name="progress_calendar"),
        path(_("suivi/message/"), progress.write_me, name="write_me"),
        path(_("question/"), question.question, name="question"),
        path(_("rapport/"), report.report, name="report"),
        path(_("rapport/lignes/"), every_row.rows, name="rows"),
        path(_("rapport/lignes/chercher/"), every_row.search_rows, name="search_rows"),
        path(_("rapport/changer/"), every_row.change, name="change"),
        path(_("rapport/longues/"), every_row.longest, name="longest"),
        path(_("rapport/signaler/"), every_row.unmasked, name="unmasked"),
        path(_("rapport/compris/"), understood.understood, name="understood"),
        path(_("rapport/rapport.json"), report.report_file, name="report_file"),
        path(_("rapport/comparer/"), cards.cards, name="cards"),
        path(_("rapport/avant-apres/"), examples.examples, name="examples"),
        path(_("confirmer/"), confirm.confirm, name="confirm"),
        path(_("recu/"), receipt.receipt, name="receipt"),
        path(_("recu/recu.json"), receipt.receipt_file, name="receipt_file"),
        path(_("recu/qr.svg"), receipt.withdrawal_qr, name="withdrawal_qr"),
        path(_("mon-don/"), my_donation.my_donation, name="my_donation"),
        path(_("mon-don/don.json"), my_donation.kept_file, name="kept_file"),
        path(_("mon-don/changer/"), amend.amend, name="amend"),
        path(_("mon-don/retirer/"), my_donation.withdraw, name="withdraw"),
        path(_("mon-don/preuve/"), my_donation.proof, name="proof"),
        path(_("mon-don/preuve.json"), my_donation.proof_file, name="proof_file"),
        path(_("mon-don/structure/"), my_donation.send_layout, name="send_layout"),
        path(_("mon-don/autre/"), my_donation.switch, name="switch"),
        path(_("mon-don/fermer/"), my_donation.leave, name="leave"),
        path("impact/", impact.impact, name="impact"),
        path(_("deux-reponses/"), duels.duels, name="duels"),
        path(_("verifier/"), verify.verify, name="verify"),
        path(_("questions/"), home.questions, name="questions"),
        path(_("mentions/"), home.privacy, name="privacy"),
        path(_("accessibilite/"), home.accessibility, name="accessibility"),
        path("publications/", publications.publications, name="publications"),
        prefix_default_language=False,
    ),
]

handler400 = "donation.pages.errors.bad_request"
handler403 = "donation.pages.errors.forbidden"
handler404 = "donation.pages.errors.not_found"
handler500 = "donation.pages.errors.server_error"
