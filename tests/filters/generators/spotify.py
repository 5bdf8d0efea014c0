"""Spotify: a library with bans, playlists made together, years of listening."""

import json

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("account_data", "flat_old")
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SHARES = {
    "tracks": ("like", "good"), "tracks ": ("like", "good"), "albums": ("save", "good"),
    "artists": ("save", "good"), "shows": ("save", "good"), "episodes": ("save", "good"),
    "bannedTracks": ("hide", "bad"), "bannedArtists": ("hide", "bad"),
}  # fmt: skip


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me, *friends = crowd.people(6)
    export = Export("spotify")
    export.identities |= {me.name, me.handle, me.email, me.phone, *(one.handle for one in friends)}
    is_old = layout == "flat_old"
    library: dict[str, list[dict[str, str]]] = {key.strip(): [] for key in _SHARES} | {"other": []}
    for _ in range(size):
        which = rng.choice(list(_SHARES))
        key = which.strip()
        one = {"name": crowd.sentence(2), "artist": crowd.sentence(2)}
        if "rack" in key:
            one = {
                "artist": crowd.sentence(2),
                "album": crowd.sentence(2),
                "track": crowd.sentence(2),
            }
        if not is_old:
            kind = {"bannedTracks": "track", "bannedArtists": "artist"}.get(key, key.rstrip("s"))
            one["uri"] = f"spotify:{kind}:{''.join(rng.choices(_ALPHABET, k=22))}"
        library[key].append(one)
        export.plant(*_SHARES[which])
    heard = [
        {"endTime": "2022-05-04 10:10", "artistName": crowd.sentence(2), "trackName": crowd.sentence(2), "msPlayed": 1000}
        for _ in range(size // 2)
    ]  # fmt: skip
    history = "StreamingHistory0.json" if is_old else "StreamingHistory_music_0.json"
    root = "MyData/" if is_old else "Spotify Account Data/"
    written = {
        "YourLibrary.json": library,
        history: heard,
        "Playlist1.json": {"playlists": [{"name": crowd.sentence(2), "collaborators": [friends[0].handle],
                                          "items": [{"track": {"trackName": crowd.sentence(2)}}]}]},
        "SearchQueries.json": [{"platform": "IPHONE", "searchQuery": crowd.sentence(2)}],
        "Userdata.json": {"username": me.handle, "email": me.email, "country": "FR", "createdFromFacebook": False,
                          "birthdate": "1980-01-02", "gender": "other", "mobileNumber": me.phone},
        "Identity.json": {"displayName": me.name, "firstName": me.first, "lastName": me.last, "tasteMaker": False},
        "Follow.json": {"followerCount": 2, "userIsFollowing": [f.handle for f in friends],
                        "userIsFollowedBy": [friends[0].handle], "userIsBlocking": []},
        "Inferences.json": {"inferences": ["3P_Custom_Music"]},
    }  # fmt: skip
    export.files = {
        f"{root}{name}": json.dumps(value, ensure_ascii=False).encode()
        for name, value in written.items()
    }
    return export
