#!/usr/bin/env python3
"""The receptive fields of every network of a grid, the way one writes it in NumPy.

The grid is LAYERS*cn_k3,5,7_s1,2_dil1,2: 12 choices a layer, 12^LAYERS networks. Counts those with rf=100..200 and
stride=8. One pass over all ids in chunks: decode the choice of a layer, add dil*(k-1)*S to rf, multiply S by the stride.
Needs NumPy only.

    python3 bench/peers/numpy_loop.py 6               # all 12^6
    python3 bench/peers/numpy_loop.py 9 --part 0.01   # a hundredth of 12^9, and what the whole would take
"""
import argparse
import time

import numpy

CHOICES = [(kernel, stride, dilation) for kernel in (3, 5, 7) for stride in (1, 2) for dilation in (1, 2)]
GROWTH = numpy.array([dilation * (kernel - 1) for kernel, _, dilation in CHOICES], dtype=numpy.int32)
STRIDE = numpy.array([stride for _, stride, _ in CHOICES], dtype=numpy.int32)
CHUNK = 1 << 13  # the fastest power of two where it was measured; 2^22 takes twice as long


def matches(layers, first, end):
    """How many of the networks with ids from first to end, exclusive, match. The last layer varies fastest."""
    ids = numpy.arange(first, end, dtype=numpy.int64)
    rf = numpy.ones(len(ids), dtype=numpy.int32)
    stride = numpy.ones(len(ids), dtype=numpy.int32)
    for layer in range(layers):
        choice = ids // 12 ** (layers - 1 - layer) % 12
        rf += GROWTH[choice] * stride
        stride *= STRIDE[choice]
    return int(numpy.count_nonzero((rf >= 100) & (rf <= 200) & (stride == 8)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("layers", type=int)
    parser.add_argument("--part", type=float, default=1.0, help="evaluate this part of the ids only")
    parser.add_argument("--chunk", type=int, default=CHUNK)
    options = parser.parse_args()
    networks = 12**options.layers
    end = round(networks * options.part)
    start, busy = time.perf_counter(), time.process_time()
    count = sum(
        matches(options.layers, first, min(end, first + options.chunk)) for first in range(0, end, options.chunk)
    )
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    print(f"{count} of {end} networks match; {seconds:.2f} s, of them {busy:.2f} s on a processor")
    if end < networks:
        print(f"all {networks} would take {networks / end * busy:.0f} s on a processor")


if __name__ == "__main__":
    main()
