/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modan.spi.Affinity;
import org.modan.spi.MetadataField;

/**
 * Which pairs of a corpus's images are positives of an objective; counted, not sampled.
 *
 * <p>An anchor is one of the {@code V} views of an image. Its positives are its own image's other
 * views and all views of the batch's images that are positives of its image.
 */
public final class PositivePairs {

    /** Of columns: about two seconds' work. */
    private static final long MOST_COMPARISONS = 1_000_000_000L;

    /**
     * A similarity that occurs.
     *
     * @param similarity from 0 to 1
     * @param pairs how many pairs of different images have it
     * @param share of all pairs of different images
     * @param positive whether it makes a pair positive
     */
    public record Attained(float similarity, long pairs, double share, boolean positive) {}

    private final String rule;
    private final int views;
    private final long images;
    private final MetadataGroups groups;
    private final BitSet[] positives;
    private final List<Float> attainable;
    private final List<Attained> similarities;

    private PositivePairs(
            MetadataGroups groups, List<MetadataField> fields, Affinity affinity, int views) {
        FieldMatches matches = new FieldMatches(fields, affinity);
        this.attainable = matches.isCountable() ? matches.attainable() : List.of();
        this.rule = affinity.description();
        this.views = views;
        this.images = IntStream.range(0, groups.count()).mapToLong(groups::size).sum();
        this.groups = groups;
        this.positives = new BitSet[groups.count()];
        TargetRows target = new TargetRows(fields);
        float[][] rows = new float[groups.count()][];
        Arrays.setAll(rows, group -> target.row(groups.values(group)));
        TreeMap<Float, Long> pairs = new TreeMap<>();
        for (int i = 0; i < positives.length; i++) {
            positives[i] = new BitSet(positives.length);
            for (int j = 0; j <= i; j++) {
                float similarity = affinity.similarity(rows[i], rows[j]);
                pairs.merge(similarity, groups.pairs(i, j), Long::sum);
                if (affinity.isPositive(similarity)) {
                    positives[i].set(j);
                    positives[j].set(i);
                }
            }
        }
        this.similarities = attained(pairs, affinity);
    }

    /**
     * @param fields of the rows; the groups may know the values of the first alone
     * @param views of each image in a batch
     * @return empty if there are so many different rows that it would take long
     */
    static Optional<PositivePairs> of(
            MetadataGroups groups, List<MetadataField> fields, Affinity affinity, int views) {
        return isQuick(groups, fields, 1)
                ? Optional.of(new PositivePairs(groups, fields, affinity, views))
                : Optional.empty();
    }

    /** Whether all pairs of rows can be compared so many times in about two seconds. */
    static boolean isQuick(MetadataGroups groups, List<MetadataField> fields, int times) {
        long columns = new TargetRows(fields).width();
        long comparisons = (long) groups.count() * groups.count() / 2 * columns;
        return comparisons <= MOST_COMPARISONS / times;
    }

    private static List<Attained> attained(Map<Float, Long> pairs, Affinity affinity) {
        double all = pairs.values().stream().mapToLong(Long::longValue).sum();
        List<Attained> attained = new ArrayList<>();
        pairs.forEach(
                (similarity, count) -> {
                    // A group of one image has a similarity to itself, but no pair of that.
                    if (count > 0) {
                        boolean positive = affinity.isPositive(similarity);
                        attained.add(new Attained(similarity, count, count / all, positive));
                    }
                });
        return List.copyOf(attained);
    }

    /** What makes a pair positive, in words. */
    public String rule() {
        return rule;
    }

    /** Of an image in a batch. */
    public int views() {
        return views;
    }

    /**
     * Every similarity that two images can have if neither lacks a field, from the least: {@code
     * m/(2n-m)} for {@code m} of {@code n} fields equal where all count alike. Empty if there are
     * too many fields to try.
     */
    public List<Float> attainable() {
        return attainable;
    }

    /** Every similarity that different images have, from the least. */
    public List<Attained> similarities() {
        return similarities;
    }

    /**
     * How many positives an anchor has on average over an epoch whose batches are drawn at random:
     * {@code V - 1 + V (B - 1) p} in a batch of {@code B} images, with {@code p} the share of
     * positive pairs. The last batch may be a smaller one; without one of a single image, which no
     * training takes.
     *
     * @param batchSize of the others, in images
     */
    public double expectedPerAnchor(int batchSize) {
        return expectedPerAnchor(
                similarities.stream().filter(Attained::positive).mapToDouble(Attained::share).sum(),
                batchSize);
    }

    /**
     * The same for another rule.
     *
     * @param share of positive pairs
     */
    double expectedPerAnchor(double share, int batchSize) {
        long rest = images % batchSize;
        long last = rest == 1 ? 0 : rest;
        long whole = images - rest;
        long trained = whole + last;
        double others =
                trained == 0
                        ? 0
                        : (double) (whole * (batchSize - 1) + last * Math.max(0, last - 1))
                                / trained;
        return views - 1 + views * others * share;
    }

    /**
     * How many positives an anchor has on average in one batch.
     *
     * @param images of the batch, by their number in the corpus
     */
    public double perAnchor(int[] images) {
        int[] inBatch = new int[groups.count()];
        BitSet present = new BitSet(inBatch.length);
        for (int image : images) {
            int group = groups.ofImage(image);
            inBatch[group]++;
            present.set(group);
        }
        long ordered = 0;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            for (int j = present.nextSetBit(0); j >= 0; j = present.nextSetBit(j + 1)) {
                if (positives[i].get(j)) {
                    ordered += (long) inBatch[i] * (i == j ? inBatch[j] - 1 : inBatch[j]);
                }
            }
        }
        return views - 1 + (double) views * ordered / images.length;
    }

    /** Images whose only positives are their own views, whatever the batch. */
    public int imagesWithoutPositives() {
        int count = 0;
        for (int i = 0; i < positives.length; i++) {
            boolean alone =
                    positives[i].isEmpty()
                            || (groups.size(i) == 1
                                    && positives[i].cardinality() == 1
                                    && positives[i].get(i));
            count += alone ? groups.size(i) : 0;
        }
        return count;
    }
}
