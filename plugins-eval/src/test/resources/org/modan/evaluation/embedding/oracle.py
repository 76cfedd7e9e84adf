"""Writes features.csv, a small corpus with a map of it, and oracle.csv, what scikit-learn and umap-learn make of them.

Made with Python 3.11, numpy 1.24.2, scikit-learn 1.2.1 and umap-learn 0.5.3 (Debian 12):
    python3 oracle.py
"""
import csv

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.metrics import silhouette_score
from sklearn.neighbors import NearestNeighbors
from umap import UMAP
from umap.umap_ import find_ab_params, fuzzy_simplicial_set

N, D, K = 150, 6, 15
rng = np.random.default_rng(7)
modality = rng.choice(["CT", "MR", "US"], N, p=[0.5, 0.3, 0.2])
anatomy = rng.choice(["knee", "breast"], N)
centres = {value: rng.normal(0, 1.5, D) for value in ["CT", "MR", "US", "knee", "breast"]}
features = np.array([centres[m] + centres[a] for m, a in zip(modality, anatomy)]) + rng.normal(0, 1, (N, D)) + 2
features = features.round(3).astype(np.float32)
features[17] = features[3]  # a copy
points = (features[:, :2] + rng.normal(0, 0.7, (N, 2))).round(3).astype(np.float32)
anatomy[rng.random(N) < 0.2] = ""  # not known

with open("features.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["modality", "anatomy", "x", "y"] + [f"f{k}" for k in range(D)])
    for i in range(N):
        rows.writerow([modality[i], anatomy[i]] + [f"{v:.3f}" for v in points[i]] + [f"{v:.3f}" for v in features[i]])

oracle = []


def purity(X, y, metric):
    near = NearestNeighbors(n_neighbors=K, metric=metric).fit(X).kneighbors(return_distance=False)
    return np.mean(y[near] == y[:, None])


def chance(y):
    sizes = np.unique(y, return_counts=True)[1]
    return (sizes * (sizes - 1)).sum() / (len(y) * (len(y) - 1))


X = features.astype(np.float64)
both = np.where(anatomy == "", "", np.char.add(modality, anatomy))
for metric in ("euclidean", "cosine"):
    oracle.append((f"{metric} trustworthiness", trustworthiness(X, points, n_neighbors=K, metric=metric)))
    for name, y in (("modality+anatomy", both), ("modality", modality), ("anatomy", anatomy)):
        known = y != ""
        oracle.append((f"{metric} silhouette {name}", silhouette_score(X[known], y[known], metric=metric)))
        oracle.append((f"{metric} map-silhouette {name}", silhouette_score(points[known].astype(np.float64), y[known])))
        oracle.append((f"{metric} knn-purity {name}", purity(X[known], y[known], metric)))
        oracle.append((f"{metric} knn-purity-chance {name}", chance(y[known])))

pca = PCA(2, svd_solver="full").fit(X)
loadings = pca.components_
signs = np.sign(loadings[np.arange(2), np.abs(loadings).argmax(axis=1)])
scores = pca.transform(X) * signs
oracle += [("pca explained-variance-x", pca.explained_variance_ratio_[0])]
oracle += [("pca explained-variance-y", pca.explained_variance_ratio_[1])]
for i in (0, 1, 149):
    oracle += [(f"pca {i} x", scores[i, 0]), (f"pca {i} y", scores[i, 1])]

for min_dist in (0.0, 0.1, 1.0):
    a, b = find_ab_params(1.0, min_dist)
    oracle += [(f"curve {min_dist} a", a), (f"curve {min_dist} b", b)]

near = NearestNeighbors(n_neighbors=K).fit(X)
distances, indices = near.kneighbors(X)
for i in range(N):  # a copy may come before the point itself
    at = list(indices[i]).index(i)
    indices[i, [0, at]] = indices[i, [at, 0]]
graph = fuzzy_simplicial_set(X, K, np.random.RandomState(0), "euclidean", knn_indices=indices, knn_dists=distances)[0]
graph = graph.tocsr()
oracle += [("graph edges", graph.nnz), ("graph weights", graph.sum())]
for i in (0, 3, 149):
    oracle.append((f"graph {i} weights", graph[i].sum()))

maps = [UMAP(n_neighbors=K, random_state=seed).fit_transform(X) for seed in range(5)]
oracle.append(("umap trustworthiness", np.mean([trustworthiness(X, m, n_neighbors=K) for m in maps])))
oracle.append(("tsne trustworthiness", trustworthiness(X, TSNE(init="pca", random_state=0).fit_transform(X), n_neighbors=K)))

with open("oracle.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["what", "value"])
    for what, value in oracle:
        rows.writerow([what, repr(float(value))])
