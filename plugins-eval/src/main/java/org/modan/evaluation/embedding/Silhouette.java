/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

/**
 * The silhouette of a grouping (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7), as scikit-learn
 * defines it: the mean over the images that have a value of {@code (b - a) / max(a, b)}, with a the
 * mean distance to the others of the same value and b the least mean distance to the images of
 * another value; 0 for an image alone of its value. From -1 to 1; 0 where groups overlap.
 */
final class Silhouette implements AllDistances.RowVisitor {

    private final Grouping grouping;
    private final Metric metric;
    private final double[] widths;

    /**
     * @param grouping without a flaw
     */
    Silhouette(Grouping grouping, Metric metric) {
        this.grouping = grouping;
        this.metric = metric;
        this.widths = new double[grouping.groups().length];
    }

    @Override
    public void visit(int row, float[] squared) {
        if (!grouping.hasValue(row)) {
            return;
        }
        int[] groups = grouping.groups();
        double[] sums = new double[grouping.count()];
        for (int j = 0; j < squared.length; j++) {
            if (groups[j] != Grouping.NONE) {
                sums[groups[j]] += metric.distance(squared[j]);
            }
        }
        widths[row] = width(groups[row], sums);
    }

    private double width(int own, double[] sums) {
        if (grouping.size(own) == 1) {
            return 0;
        }
        double within = sums[own] / (grouping.size(own) - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int group = 0; group < sums.length; group++) {
            if (group != own) {
                nearest = Math.min(nearest, sums[group] / grouping.size(group));
            }
        }
        double larger = Math.max(within, nearest);
        return larger == 0 ? 0 : (nearest - within) / larger;
    }

    double mean() {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum / grouping.images();
    }
}
