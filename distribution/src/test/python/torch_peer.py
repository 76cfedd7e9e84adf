# Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root.
"""PyTorch and torchvision as a peer of Modan's encoders.

    torch_peer.py weights FILE.pth
        writes a ResNet-18 with a classifier as torchvision publishes them, with random values
    torch_peer.py features ENCODER.safetensors INPUT SHAPE OUTPUT
        loads an encoder strictly into torchvision's resnet18 and writes what it gives for an input,
        both little-endian float32; SHAPE is such as 4x1x32x32
"""
import json
import struct
import sys

import torch
import torchvision

TYPES = {"F32": torch.float32, "I64": torch.int64}


def read_safetensors(path):
    """The format is an 8-byte length, a JSON header and the values; its library is not in Debian."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = torch.frombuffer(bytearray(data[begin:end]), dtype=TYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"]).clone()
    return tensors, metadata


def write_weights(path):
    torch.manual_seed(11)
    network = torchvision.models.resnet18()
    for name, buffer in network.named_buffers():
        if name.endswith("running_mean"):
            buffer.normal_(0, 0.1)
        elif name.endswith("running_var"):
            buffer.uniform_(0.8, 1.2)
    torch.save(network.state_dict(), path)


def write_features(encoder, source, shape, destination):
    tensors, metadata = read_safetensors(encoder)
    if metadata["encoder"] != "resnet18":
        sys.exit("not a resnet18: " + metadata["encoder"])
    network = torchvision.models.resnet18()
    channels = int(metadata["channels"])
    kernel, stride = {"3x3s1": (3, 1), "7x7s2": (7, 2)}[metadata["stem"]]
    network.conv1 = torch.nn.Conv2d(
        channels, 64, kernel, stride=stride, padding=kernel // 2, bias=False)
    network.fc = torch.nn.Identity()
    network.load_state_dict(tensors, strict=True)
    network.eval()
    sizes = [int(size) for size in shape.split("x")]
    with open(source, "rb") as file:
        images = torch.frombuffer(bytearray(file.read()), dtype=torch.float32).reshape(sizes)
    with torch.no_grad():
        features = network(images)
    with open(destination, "wb") as file:
        file.write(features.contiguous().numpy().tobytes())


if __name__ == "__main__":
    commands = {"weights": write_weights, "features": write_features}
    commands[sys.argv[1]](*sys.argv[2:])
