"""What scikit-learn makes of the tables of ScikitLearn.java, for the tests of probes and controls.

    python3 scikit_learn.py > ../resources/org/modan/evaluation/scikit-learn.csv

Made with scikit-learn 1.2.1 and numpy 1.24.2. A row is a name and its values. The tables are computed of whole
numbers, so that both sides have the same bits.
"""
import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def table(rows, width, salt):
    i, j = numpy.arange(rows)[:, None], numpy.arange(width)[None, :]
    a, b = i + salt + 1, j + 1
    mixed = (31 * a * a * b + 17 * a * b * b + 7919 * b + 1299 * a) % 1009
    return (mixed.astype(numpy.float32) / numpy.float32(1009)).astype(numpy.float64)


def labels(x):
    return (x[:, 0] + x[:, 1] - x[:, 2] > 0.5).astype(int)


def show(name, values):
    print(",".join([name] + [repr(float(value)) for value in numpy.ravel(values)]))


train, test = table(60, 6, 0), table(20, 6, 500)
y = labels(train)
y[::7] = 1 - y[::7]
show("labels", y)

for penalty in (0.01, 1.0, 100.0):
    for standardise in (False, True):
        scaler = StandardScaler().fit(train) if standardise else None
        a, b = (scaler.transform(train), scaler.transform(test)) if standardise else (train, test)
        model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-11, max_iter=10000).fit(a, y)
        name = "logistic-%g-%s" % (penalty, "standardised" if standardise else "raw")
        if not standardise:
            show(name + "-coefficients", numpy.r_[model.coef_[0], model.intercept_])
        show(name + "-train", model.predict_proba(a)[:, 1])
        show(name + "-test", model.predict_proba(b)[:, 1])

for metric in ("cosine", "euclidean"):
    search = NearestNeighbors(n_neighbors=5, metric=metric, algorithm="brute").fit(train)
    for part, query in (("train", None), ("test", test)):
        distance, index = search.kneighbors(query)
        for weighted in (False, True):
            weight = 1 / distance if weighted else numpy.ones_like(distance)
            score = (weight * y[index]).sum(1) / weight.sum(1)
            show("knn-%s-%s-%s" % (metric, "weighted" if weighted else "plain", part), score)

# Two fields of few values; the last of each is seen in the scored part alone.
fields = numpy.array([["abc"[i * i % 3], "xyz"[i // 4 % 3]] for i in range(40)])
told = numpy.array([int((i * i % 3 == 1) ^ (i % 5 == 0)) for i in range(40)])
scored = numpy.array([["a", "x"], ["b", "z"], ["b", "new"], ["new", "new"]])
encoder = OneHotEncoder(handle_unknown="ignore").fit(fields)
model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-11, max_iter=10000)
model.fit(encoder.transform(fields).toarray(), told)
show("metadata-train", model.predict_proba(encoder.transform(fields).toarray())[:, 1])
show("metadata-test", model.predict_proba(encoder.transform(scored).toarray())[:, 1])
