"""Stands in for Rivest's consistent_sampler 1.0 where it cannot be installed: the documented call, without replacement,
written from its published description and held against its published examples."""
import hashlib


def sha256_uniform(hash_input):
    number = int(hashlib.sha256(str(hash_input).encode("utf-8")).hexdigest(), 16)
    return "0." + "{:064d}".format(number)[::-1]


def first_fraction(id, seed):
    return sha256_uniform(hashlib.sha256(str(seed).encode("utf-8")).hexdigest() + str(id))


def next_fraction(x):
    nines = len(x) - 2 - len((x[2:] + "0").lstrip("9")) + 1
    y, count = "0.", 0
    while y <= x + "0":
        count += 1
        y = x[: 2 + nines] + sha256_uniform(x + ":" + str(count))[2:]
    return y


def sampler(id_list, seed, with_replacement=False, drop=0, take=float("inf"), output="tuple", digits=9):
    assert len(id_list) == len(set(id_list)) and not with_replacement
    for place, (fraction, id) in enumerate(sorted((first_fraction(id, seed), id) for id in id_list)):
        if drop <= place < drop + take:
            nines = len(fraction) - len(fraction[2:].lstrip("9")) - 2
            yield id if output == "id" else (fraction[: 2 + nines + digits], id, 1)
