"""TikTok: three generations of keys, and the text export."""

import json
import random
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.words import sentence

LAYOUTS = ("a", "b", "c", "text")


def generate(  # noqa: C901, PLR0915
    seed: int, *, language: str, layout: str, size: int
) -> Export:
    """An export of about `size` acts."""
    export, chance = Export("tiktok"), random.Random(seed)
    likes: list[Any] = []
    favourites: list[Any] = []
    comments: list[Any] = []
    live: list[Any] = []
    words: list[str] = []
    products: list[Any] = []
    places: list[Any] = []
    date, link = ("date", "link") if layout == "c" else ("Date", "Link")
    liked = "VideoLink" if layout == "a" else link
    for n in range(size):
        when, where = "2024-03-04 05:06:07", f"https://www.tiktokv.com/share/video/{10**18 + n}/"
        draw = chance.random()
        if draw < 0.5:
            likes.append({date: when, liked: where})
            export.plant("like", "good")
        elif draw < 0.7:
            favourites.append({date: when, link: where})
            export.plant("save", "good")
        elif draw < 0.9:
            text = sentence(chance, language, n)
            comments.append({date: when, "comment" if layout == "c" else "Comment": text})
            export.plant("reply")
        elif layout != "text" and draw > 0.985:
            live.append({"CommentTime": when, "CommentContent": sentence(chance, language, n),
                         "RawTime": 1709528767})  # fmt: skip
            export.plant("reply")
        elif layout != "text" and draw > 0.97:
            words.append(f"mot{n}")
            export.plant("hide", "bad")
        elif layout != "text" and draw > 0.94:
            products.append({"ProductName": "Théière", "Date": when, "Rating": n % 5 + 1,
                             "ReviewText": sentence(chance, language, n)})  # fmt: skip
            export.plant("star")
        else:
            places.append({"PlaceName": "Chez Zoé", "Date": when, "Rating": f"{n % 5 + 1}/5",
                           "ReviewText": sentence(chance, language, n)})  # fmt: skip
            export.plant("star")
    history = [{date: "2024-03-04 05:06:07", link: "x"}] * 5
    profile = {
        "userName": "maelle_k",
        "displayName": "Maëlle K",
        "emailAddress": "maelle@exemple.fr",
        "telephoneNumber": "+33612345678",
        "birthDate": "01-Jan-1990",
    }
    talk = {"Chat History with zoe_v:": [{"Date": "2024-03-04 05:06:07", "From": "zoe_v",
                                          "Content": "Coucou Maëlle"}]}  # fmt: skip
    export.identities = {"maelle_k", "Maëlle K", "maelle@exemple.fr", "+33612345678"}
    if layout == "text":
        lists = {"Activity/Like List.txt": likes, "Activity/Favorite Videos.txt": favourites,
                 "Comment/Comments.txt": comments, "Activity/Watch History.txt": history,
                 "Poi Review/POI Review.txt": places}  # fmt: skip
        export.files = {name: _blocks(rows) for name, rows in lists.items()}
        export.files["Profile/Profile Info.txt"] = _blocks([profile])
        return export
    export.identities.add("zoe_v")
    lists_c = {"Like List": {"ItemFavoriteList": likes},
               "Favorite Videos": {"FavoriteVideoList": favourites}}  # fmt: skip
    watched = {"Video Browsing History": {"VideoList": history}, "Search History": None}
    document: dict[str, Any] = {
        "Comment": {"Comments": {"CommentsList": comments}},
        "Ads and data": {"Ad Interests": {"AdInterestCategories": "N/A"}},
        "Direct Messages": {"Chat History": {"ChatHistory": talk}},
        "Tiktok Live": {
            "Watch Live History": {
                "WatchLiveMap": {
                    "71234": {
                        "WatchTime": "2024-03-04 05:06:07",
                        "Link": "x",
                        "Comments": live,
                        "Questions": None,
                    }
                }
            }
        },
        "TikTok Shop": {"Product Reviews": {"ProductReviewHistories": products}},
        "App Settings": {
            "Settings": {
                "SettingsMap": {
                    "Content Preferences": {
                        "Keyword filters for videos in For You feed": words or None
                    }
                }
            }
        },
    }
    if layout == "a":
        document |= {"Activity": {**watched, **lists_c},
                     "Profile": {"Profile Information": {"ProfileMap": profile}},
                     "Poi Review": {"POI Review": {"ReviewsList": places}}}  # fmt: skip
    elif layout == "b":
        document |= {"Your Activity": {"Watch History": {"VideoList": history}, **lists_c},
                     "Profile": {"Profile Info": {"ProfileMap": profile}},
                     "Location Review": {"Location Reviews": {"ReviewsList": places}}}  # fmt: skip
    else:
        document |= {"Likes and Favorites": lists_c, "Your Activity": watched,
                     "Profile And Settings": {"Profile Info": {"ProfileMap": profile}},
                     "Location Review": {"Location Reviews": {"ReviewsList": places}}}  # fmt: skip
    name = "user_data_tiktok.json" if layout == "c" else "user_data.json"
    export.files = {name: json.dumps(document, ensure_ascii=False).encode()}
    return export


def _blocks(rows: list[Any]) -> bytes:
    return "\n\n".join("\n".join(f"{k}: {v}" for k, v in row.items()) for row in rows).encode()
