"""A release goes unchanged into TRL's trainers: one step each of a tiny model, on the processor.

`python -m tests.trainers.one_step FOLDER`, in an environment of its own (`make test-trainers`). The
models and the tokenizer are built here, at random: nothing is fetched.
"""

import json
import math
import os
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"

import datasets
import torch
import trl
from datasets import Dataset, load_dataset
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import (
    LlamaConfig,
    LlamaForCausalLM,
    LlamaForSequenceClassification,
    PreTrainedTokenizerFast,
)

_TEMPLATE = (
    "{% for message in messages %}<s>{{ message['role'] }}: {{ message['content'] }}</s>"
    "{% endfor %}{% if add_generation_prompt %}<s>assistant: {% endif %}"
)
_SPECIAL = ("<pad>", "<s>", "</s>")


def tokenizer() -> PreTrainedTokenizerFast:
    """Bytes as tokens: it knows every text, and was trained on none."""
    signs = [*_SPECIAL, *sorted(pre_tokenizers.ByteLevel.alphabet())]
    built = Tokenizer(models.BPE({sign: number for number, sign in enumerate(signs)}, []))
    built.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    built.decoder = decoders.ByteLevel()
    pad, begin, end = _SPECIAL
    return PreTrainedTokenizerFast(
        tokenizer_object=built, pad_token=pad, bos_token=begin, eos_token=end,
        chat_template=_TEMPLATE,
    )  # fmt: skip


def config() -> LlamaConfig:
    torch.manual_seed(1)
    return LlamaConfig(
        vocab_size=len(tokenizer()), hidden_size=16, intermediate_size=32, num_hidden_layers=2,
        num_attention_heads=2, max_position_embeddings=1024, pad_token_id=0, bos_token_id=1,
        eos_token_id=2,
    )  # fmt: skip


def arguments(kind: Any, folder: str, **more: float) -> Any:
    return kind(
        output_dir=folder, max_steps=1, per_device_train_batch_size=4, use_cpu=True, bf16=False,
        report_to=[], save_strategy="no", logging_steps=1, max_length=512, disable_tqdm=True,
        **more,
    )  # fmt: skip


def stepped(trainer: Any) -> float:
    """One step; out: its loss. Raises AssertionError unless it is a number and weights moved."""
    before = [weight.detach().clone() for weight in trainer.model.parameters()]
    trainer.train()
    moved = any(
        not torch.equal(old, new.detach())
        for old, new in zip(before, trainer.model.parameters(), strict=True)
    )
    (loss,) = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
    assert math.isfinite(float(loss)), loss
    assert moved, "no weight moved"
    return float(loss)


def preference(folder: Path, into: str) -> dict[str, float]:
    pairs = load_dataset(str(folder), "pairs", split="train", cache_dir=into)
    asked = {"train_dataset": pairs, "processing_class": tokenizer()}
    dpo = trl.DPOTrainer(
        model=LlamaForCausalLM(config()), ref_model=LlamaForCausalLM(config()),
        args=arguments(trl.DPOConfig, into), **asked,
    )  # fmt: skip
    judge = config()
    judge.num_labels = 1
    reward = trl.RewardTrainer(
        model=LlamaForSequenceClassification(judge), args=arguments(trl.RewardConfig, into), **asked
    )
    return {"DPOTrainer, pairs": stepped(dpo), "RewardTrainer, pairs": stepped(reward)}


def unpaired(folder: Path, into: str) -> dict[str, float]:
    binary = load_dataset(str(folder), "binary", split="train", cache_dir=into)
    balance = json.loads((folder / "STATS.json").read_text())["kto_balance"]["binary"]
    weights = {name: value for name, value in balance.items() if name.endswith("_weight")}
    kto = trl.KTOTrainer(
        model=LlamaForCausalLM(config()), ref_model=LlamaForCausalLM(config()),
        args=arguments(trl.KTOConfig, into, **weights), train_dataset=binary,
        processing_class=tokenizer(),
    )  # fmt: skip
    return {"KTOTrainer, binary": stepped(kto)}


def nemo(folder: Path) -> int:
    """NeMo-RL's preference format (guides/dpo): `context`, and `completions` with ranks from 0."""
    count = 0
    for path in sorted((folder / "nemo").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert set(row) == {"context", "completions"}
            _turns(row["context"], "user")
            assert [one["rank"] for one in row["completions"]] == [0, 1]
            for one in row["completions"]:
                assert set(one) == {"rank", "completion"}
                _turns(one["completion"], "assistant")
            count += 1
    return count


def _turns(turns: Any, last: str) -> None:
    assert isinstance(turns, list)
    assert all(set(turn) == {"role", "content"} for turn in turns)
    assert all(isinstance(value, str) for turn in turns for value in turn.values())
    assert turns[-1]["role"] == last


def main() -> int:
    folder = Path(sys.argv[1])
    datasets.disable_progress_bars()
    warnings.simplefilter("ignore", FutureWarning)
    print(f"torch {torch.__version__}, trl {trl.__version__}")
    assert isinstance(load_dataset(str(folder), "pairs", split="train"), Dataset)
    with tempfile.TemporaryDirectory() as into:
        losses = {**preference(folder, into), **unpaired(folder, into)}
    for what, loss in losses.items():
        print(f"{what:<26}one step, loss {loss:.4f}")
    lines = nemo(folder)
    assert lines > 0
    print(f"{'NeMo-RL':<26}{lines} lines in its format")
    return 0


if __name__ == "__main__":
    sys.exit(main())
