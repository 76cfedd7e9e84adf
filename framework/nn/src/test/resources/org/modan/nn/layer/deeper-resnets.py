"""Prints the numbers of DeeperResNetsTest; made with torch 1.13.0 and torchvision 0.14.1, in float64.

Weights and input are those of FormulaWeights with seed 7; the input is (3, channels, 40, 40).
"""
import hashlib
import math

import numpy
import torch
import torchvision

SEED = 7
INPUT = 1000


def uniform(entry, count):
    with numpy.errstate(over="ignore"):
        first = numpy.uint64(((SEED << 48) + (entry << 32)) % (1 << 64))
        z = first + numpy.arange(count, dtype=numpy.uint64) + numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
    return (z >> numpy.uint64(11)).astype(numpy.float64) * 2.0**-53 * 2 - 1


def values(entry, name, shape):
    u = uniform(entry, math.prod(shape)).reshape(tuple(shape))
    if len(shape) == 4:
        return u * math.sqrt(3) * math.sqrt(2 / (shape[0] * shape[2] * shape[3]))
    if name.endswith("running_var"):
        return 1 + 0.2 * abs(u)
    if name.endswith("weight"):
        return 1 + 0.1 * u
    return 0.1 * u


def encoder(name, stem, channels):
    model = getattr(torchvision.models, name)()
    model.fc = torch.nn.Identity()
    kernel, stride, padding = {"3x3s1": (3, 1, 1), "7x7s2": (7, 2, 3)}[stem]
    model.conv1 = torch.nn.Conv2d(channels, 64, kernel, stride, padding, bias=False)
    state = model.state_dict()
    for entry, (key, tensor) in enumerate(state.items()):
        if not key.endswith("num_batches_tracked"):
            state[key] = torch.from_numpy(numpy.array(values(entry, key, tensor.shape)))
    model.load_state_dict(state)
    return model


def numbers(tensor):
    return [float(x) for x in tensor.flatten()[:4]] + [float(tensor.sum()), float(tensor.norm())]


torch.set_default_dtype(torch.float64)
for name in "resnet34", "resnet50":
    for stem, channels in ("3x3s1", 1), ("7x7s2", 3):
        model = encoder(name, stem, channels)
        forms = "".join("%s %s\n" % (k, list(v.shape)) for k, v in model.state_dict().items())
        print(name, stem, channels, hashlib.sha256(forms.encode()).hexdigest())
        size = 3 * channels * 40 * 40
        images = torch.from_numpy(uniform(INPUT, size).reshape(3, channels, 40, 40))
        with torch.no_grad():
            print("  evaluation", numbers(model.eval()(images)))
        features = model.train()(images)
        print("  training  ", numbers(features))
        features.square().mean().backward()
        parameters = dict(model.named_parameters())
        print("  conv1     ", float(parameters["conv1.weight"].grad.norm()))
        print("  downsample", float(parameters["layer4.0.downsample.0.weight"].grad.norm()))
