"""The Croissant description of a release, as data catalogues read it (MLCommons, 1.0)."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa

from donation.models import Release
from donation.release import addresses, columns, manifest

_CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs",
    "column": "cr:column", "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "equivalentProperty": "cr:equivalentProperty", "samplingRate": "cr:samplingRate",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject", "fileSet": "cr:fileSet", "format": "cr:format",
    "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath",
    "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/", "recordSet": "cr:recordSet",
    "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
    "replace": "cr:replace", "sc": "https://schema.org/", "separator": "cr:separator",
    "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
    "examples": {"@id": "cr:examples", "@type": "@json"},
}  # fmt: skip
_TYPES = {pa.string(): "sc:Text", pa.bool_(): "sc:Boolean", pa.float32(): "sc:Float",
          pa.int32(): "sc:Integer", pa.int8(): "sc:Integer"}  # fmt: skip


def write(folder: Path, release: Release, counts: dict[str, dict[str, int]]) -> None:
    """Write croissant.json: one file object a Parquet file, one set of files and one of records a
    config."""
    files = sorted((folder / "data").glob("*/*.parquet"))
    document: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": f"glane-{release.name}",
        "description": "Preference-style interactions given by volunteers for alignment only.",
        "license": "USE_TERMS.md",
        "version": "1.0.0",
        "datePublished": release.built_at.date().isoformat(),
        "citeAs": f"Glane, release {release.name}",
        "url": addresses.page(release.name),
        "distribution": [
            *(_file(folder, path) for path in files),
            *(_set(config) for config in counts),
        ],
        "recordSet": [_records(config) for config in counts],
    }
    path = folder / "croissant.json"
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _file(folder: Path, path: Path) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": _name(path),
        "name": _name(path),
        "contentUrl": str(path.relative_to(folder)),
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": manifest.sha256(path),
    }


def _set(config: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": f"{config}-files",
        "name": f"{config}-files",
        "includes": f"data/{config}/*.parquet",
        "encodingFormat": "application/x-parquet",
    }


def _records(config: str) -> dict[str, Any]:
    """Simple columns only: conversations are lists of structures, and are read from Parquet."""
    return {
        "@type": "cr:RecordSet",
        "@id": config,
        "name": config,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{config}/{column.name}",
                "name": column.name,
                "dataType": _TYPES[column.type],
                "source": {
                    "fileSet": {"@id": f"{config}-files"}, "extract": {"column": column.name},
                },
            }
            for column in columns.schema(config)
            if column.type in _TYPES
        ],
    }  # fmt: skip


def _name(path: Path) -> str:
    return f"{path.parent.name}-{path.name}"
