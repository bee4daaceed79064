import numpy as np

# Homework 5


def CourseTeacher():
    return "gormley"


def DerivativeOfV(a, u):
    return np.exp(a * u) * (a * u - 3) / u**4 - 6 * u + 2 * a


def LogSumExpGradient(w, X):
    t = X @ w
    p = np.exp(t - t.max())
    return np.outer(p / p.sum(), w)


def CrossEntropyGradient(w, X, y):
    h = 1 / (1 + np.exp(-X @ w**2))
    return 2 / len(y) * w * (X.T @ (h - y))


def WeightedLossGradient(theta, X, Y, w):
    return X.T @ (w * (X @ theta - Y))


def WeightedLeastSquares(X, Y, w):
    return np.linalg.solve(X.T @ (w[:, None] * X), X.T @ (w * Y))


if __name__ == "__main__":
    print(DerivativeOfV(0.7, 1.3))
