/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modan.spi.FeatureSet;
import org.modan.spi.ImageSet;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import org.modan.spi.TransferFold;

/**
 * A binary task small enough to be scored in a moment, as an evaluator sees one fold of it: images,
 * feature vectors or samples with metadata, of which each tells something about the label. The test
 * part carries no labels, neither ids nor groups of its own; who wrote the test can ask here.
 *
 * <pre>{@code
 * PhantomTask task = PhantomTask.standard();
 * FoldScores scores = probe.score(task.probeFold(new Seed(1)));
 * double[] tested = scores.test();          // of the images whose labels are
 * boolean[] positive = task.testLabels();
 * }</pre>
 *
 * <p>Images and features are the same in every fold, whatever its seed: they are drawn from the
 * number of an image alone.
 */
public final class PhantomTask {

    private static final int IMAGE_SIZE = 16;
    private static final Seed SEED = new Seed(9);

    /** Test images are numbered from here, so that none is one of the training part. */
    private static final int FIRST_TEST = 1000;

    private final boolean[] train;
    private final boolean swapped;
    private final boolean[] test;
    private final int[] testNumbers;
    private final PhantomMetadata metadata;

    private PhantomTask(
            boolean[] train,
            boolean swapped,
            boolean[] test,
            int[] testNumbers,
            PhantomMetadata metadata) {
        this.train = train;
        this.swapped = swapped;
        this.test = test;
        this.testNumbers = testNumbers;
        this.metadata = metadata;
    }

    /** 24 images to fit on, two a patient, and 10 to score; half of each are positive. */
    public static PhantomTask standard() {
        return of(24, 12);
    }

    /** 14 images to fit on, two of them positive, and 10 to score. */
    public static PhantomTask withTwoPositives() {
        return of(14, 2);
    }

    private static PhantomTask of(int images, int positives) {
        boolean[] train = new boolean[images];
        for (int i = 0; i < images; i++) {
            // Spread over the images, so that no order of them sorts the classes.
            train[i] = i * positives / images != (i + 1) * positives / images;
        }
        boolean[] test = new boolean[10];
        for (int i = 0; i < test.length; i++) {
            test[i] = i % 2 == 1;
        }
        int[] numbers = IntStream.range(FIRST_TEST, FIRST_TEST + test.length).toArray();
        return new PhantomTask(train, false, test, numbers, PhantomMetadata.KNOWN);
    }

    /** The same with these of its test images, in this order. */
    public PhantomTask testing(int... indices) {
        boolean[] labels = new boolean[indices.length];
        int[] numbers = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            labels[i] = test[indices[i]];
            numbers[i] = testNumbers[indices[i]];
        }
        return new PhantomTask(train, swapped, labels, numbers, metadata);
    }

    public PhantomTask with(PhantomMetadata other) {
        return new PhantomTask(train, swapped, test, testNumbers, other);
    }

    /** The same images and metadata; only the labels of the training part are the other class's. */
    public PhantomTask withSwappedLabels() {
        return new PhantomTask(train, !swapped, test, testNumbers, metadata);
    }

    /** Whether each image of the training part shows what makes an image positive. */
    public boolean[] trainLooks() {
        return train.clone();
    }

    /** Whether each image of the test part is positive, which no evaluator is told. */
    public boolean[] testLabels() {
        return test.clone();
    }

    /** The part to fit on: labels, patients and metadata. */
    public List<Sample> trainSamples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < train.length; i++) {
            samples.add(
                    Sample.withId("train/%02d.png".formatted(i))
                            .group("patient-" + i / 2)
                            .label(train[i] != swapped ? 1 : 0)
                            .metadata(metadata.ofTrain(i, train[i]))
                            .build());
        }
        return List.copyOf(samples);
    }

    /** The part to score, with metadata alone, as a control sees it. */
    public List<Sample> testSamples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            samples.add(
                    place(i).metadata(metadata.ofTest(testNumbers[i] - FIRST_TEST, test[i]))
                            .build());
        }
        return List.copyOf(samples);
    }

    /** As a transfer evaluator sees it. */
    public TransferFold transferFold(NDManager manager, Seed seed) {
        return phantomFold(manager, seed);
    }

    public PhantomTransferFold phantomFold(NDManager manager, Seed seed) {
        ImageSet fitted =
                PhantomImages.draw(trainSamples(), trainNumbers(), train, IMAGE_SIZE, SEED);
        ImageSet scored = PhantomImages.draw(unknownSamples(), testNumbers, test, IMAGE_SIZE, SEED);
        return new PhantomTransferFold(fitted, scored, manager, seed);
    }

    /** As a probe sees it. */
    public ProbeFold probeFold(Seed seed) {
        return new PhantomProbeFold(
                table(trainSamples(), trainNumbers(), train),
                table(unknownSamples(), testNumbers, test),
                seed);
    }

    private static FeatureSet table(List<Sample> samples, int[] numbers, boolean[] positive) {
        float[][] rows = new float[numbers.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = PhantomFeatures.row(numbers[i], positive[i], SEED);
        }
        return new FeatureTable(samples, rows);
    }

    private int[] trainNumbers() {
        return IntStream.range(0, train.length).toArray();
    }

    private List<Sample> unknownSamples() {
        return IntStream.range(0, test.length).mapToObj(i -> place(i).build()).toList();
    }

    private static Sample.Builder place(int index) {
        return Sample.withId("test-" + index);
    }
}
