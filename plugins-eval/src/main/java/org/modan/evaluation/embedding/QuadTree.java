/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;

/**
 * Points in the plane, gathered into squares within squares, so that far ones act as one at their
 * centre of mass (Barnes and Hut 1986). A square counts as far if its side is less than half its
 * distance.
 */
final class QuadTree {

    private static final double OPENING = 0.5;

    /** Points closer than the side of a square this deep are held together. */
    private static final int DEEPEST = 48;

    private static final int NONE = -1;

    /**
     * @param x sum of {@code (y_i - y_j) / (1 + d^2)^2} along x
     * @param normaliser sum of {@code 1 / (1 + d^2)}
     */
    record Force(double x, double y, double normaliser) {}

    private final double side;
    private int[] children = new int[4 * 64];
    private double[] mass = new double[64];
    private double[] centreX = new double[64];
    private double[] centreY = new double[64];
    private int size;

    private QuadTree(double side) {
        this.side = side;
    }

    static QuadTree of(double[] x, double[] y) {
        double left = Arrays.stream(x).min().orElse(0);
        double bottom = Arrays.stream(y).min().orElse(0);
        double side =
                Math.max(
                        Arrays.stream(x).max().orElse(0) - left,
                        Arrays.stream(y).max().orElse(0) - bottom);
        QuadTree tree = new QuadTree(side);
        tree.node();
        for (int i = 0; i < x.length; i++) {
            tree.insert(x[i], y[i], left, bottom);
        }
        for (int node = 0; node < tree.size; node++) {
            tree.centreX[node] /= tree.mass[node];
            tree.centreY[node] /= tree.mass[node];
        }
        return tree;
    }

    /** What all other points do to one of them. */
    Force repulsion(double x, double y) {
        double forceX = 0;
        double forceY = 0;
        double normaliser = -1; // itself
        int[] nodes = new int[4 * DEEPEST];
        double[] sides = new double[nodes.length];
        int waiting = 1;
        sides[0] = side;
        while (waiting > 0) {
            int node = nodes[--waiting];
            double length = sides[waiting];
            double dx = x - centreX[node];
            double dy = y - centreY[node];
            double squared = dx * dx + dy * dy;
            if (isLeaf(node) || length * length < OPENING * OPENING * squared) {
                double near = 1 / (1 + squared);
                double push = mass[node] * near;
                normaliser += push;
                forceX += push * near * dx;
                forceY += push * near * dy;
                continue;
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                int child = children[4 * node + quarter];
                if (child != NONE) {
                    nodes[waiting] = child;
                    sides[waiting++] = length / 2;
                }
            }
        }
        return new Force(forceX, forceY, normaliser);
    }

    private boolean isLeaf(int node) {
        int first = 4 * node;
        return children[first] == NONE
                && children[first + 1] == NONE
                && children[first + 2] == NONE
                && children[first + 3] == NONE;
    }

    private void insert(double x, double y, double left, double bottom) {
        int node = 0;
        double half = side / 2;
        double cornerX = left;
        double cornerY = bottom;
        for (int depth = 0; mass[node] > 0 && depth < DEEPEST - 1; depth++) {
            if (isLeaf(node)) {
                double heldX = centreX[node] / mass[node];
                double heldY = centreY[node] / mass[node];
                if (heldX == x && heldY == y) {
                    break;
                }
                int held = child(node, quarter(heldX, heldY, cornerX + half, cornerY + half));
                put(held, centreX[node], centreY[node], mass[node]);
            }
            put(node, x, y, 1);
            int quarter = quarter(x, y, cornerX + half, cornerY + half);
            cornerX += (quarter & 1) * half;
            cornerY += (quarter >> 1) * half;
            half /= 2;
            node = child(node, quarter);
        }
        put(node, x, y, 1);
    }

    private static int quarter(double x, double y, double middleX, double middleY) {
        return (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0);
    }

    private void put(int node, double sumX, double sumY, double points) {
        centreX[node] += sumX;
        centreY[node] += sumY;
        mass[node] += points;
    }

    private int child(int node, int quarter) {
        if (children[4 * node + quarter] == NONE) {
            int child = node();
            children[4 * node + quarter] = child;
        }
        return children[4 * node + quarter];
    }

    private int node() {
        if (size == mass.length) {
            children = Arrays.copyOf(children, 2 * children.length);
            mass = Arrays.copyOf(mass, 2 * mass.length);
            centreX = Arrays.copyOf(centreX, 2 * centreX.length);
            centreY = Arrays.copyOf(centreY, 2 * centreY.length);
        }
        Arrays.fill(children, 4 * size, 4 * size + 4, NONE);
        return size++;
    }
}
