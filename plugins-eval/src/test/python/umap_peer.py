"""Maps the features that EmbeddingMapBenchmark left in a folder with umap-learn, and compares trustworthiness.

    python3 umap_peer.py FOLDER [FEATURES]
"""
import sys
import time

import numpy as np
from sklearn.manifold import trustworthiness
from umap import UMAP

folder = sys.argv[1]
width = int(sys.argv[2]) if len(sys.argv) > 2 else 512
features = np.fromfile(f"{folder}/features.f32", "<f4").reshape(-1, width)
ours = np.loadtxt(f"{folder}/map.csv", delimiter=",", skiprows=1)
UMAP().fit_transform(features[:300])  # compiles
start = time.time()
theirs = UMAP(n_neighbors=15, min_dist=0.1, random_state=1).fit_transform(features)
print(f"umap-learn: {len(theirs)} points in {time.time() - start:.1f} s")
print(f"trustworthiness of umap-learn {trustworthiness(features, theirs, n_neighbors=15):.4f}")
print(f"trustworthiness of Modan      {trustworthiness(features, ours, n_neighbors=15):.4f}")
