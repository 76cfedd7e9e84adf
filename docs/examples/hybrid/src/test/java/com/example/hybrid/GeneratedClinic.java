/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/**
 * Writes a made-up clinic, so that the example needs no patient's image: {@code java
 * GeneratedClinic.java FOLDER PATIENTS}. Only the JDK is used, so that it runs from its source.
 *
 * <p>It has as many patients in an archive, to pretrain on, as in a study, to be tested on, and
 * none in both: an encoder would know again whom it has seen.
 *
 * <p>A dark ellipse lies in speckle. A malignant one is taller than wide and ragged; device, view
 * and modality change grain, brightness and size, never the shape.
 */
final class GeneratedClinic {

    private static final int SIZE = 48;

    private enum Device {
        APLIO("US", 1, 0.9, "transverse", "sagittal"),
        LOGIQ("US", 2, 1.1, "transverse", "sagittal"),
        SELENIA("MG", 3, 1.3, "cc", "mlo");

        private final String modality;
        private final int grain;
        private final double gain;
        private final List<String> views;

        Device(String modality, int grain, double gain, String... views) {
            this.modality = modality;
            this.grain = grain;
            this.gain = gain;
            this.views = List.of(views);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private GeneratedClinic() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java GeneratedClinic.java FOLDER PATIENTS");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        int patients = Integer.parseInt(arguments[1]);
        write(folder.resolve("archive"), 1, patients, 1);
        write(folder.resolve("study"), 1 + patients, patients, 2);
    }

    /**
     * Writes both organs of each patient, each in the two views of one device.
     *
     * @param first the first patient's number; the others follow
     */
    static void write(Path folder, int first, int patients, long seed) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> findings = new ArrayList<>();
        for (int number = first; number < first + patients; number++) {
            String patient = String.format(Locale.ROOT, "p%03d", number);
            String anatomy = random.nextInt(3) == 0 ? "thyroid" : "breast";
            for (String side : List.of("left", "right")) {
                boolean malignant = random.nextInt(5) < 2;
                findings.add(
                        String.join(
                                "\t", patient, anatomy, side, malignant ? "malignant" : "benign"));
                // There is no mammography of a thyroid.
                Device device = Device.values()[random.nextInt(anatomy.equals("breast") ? 3 : 2)];
                for (String view : device.views) {
                    String file =
                            String.join(
                                    "_",
                                    patient,
                                    device.modality,
                                    anatomy,
                                    side,
                                    device.word(),
                                    view,
                                    "1.png");
                    ImageIO.write(
                            image(device, anatomy, malignant, random),
                            "png",
                            folder.resolve(file).toFile());
                }
            }
        }
        Files.write(folder.resolve("pathology.tsv"), findings);
    }

    private static BufferedImage image(
            Device device, String anatomy, boolean malignant, SplittableRandom random) {
        double width = (malignant ? 6 : 10) * (0.8 + 0.4 * random.nextDouble());
        double height = (malignant ? 10 : 6) * (0.8 + 0.4 * random.nextDouble());
        double x = SIZE * (0.35 + 0.3 * random.nextDouble());
        double y = SIZE * (0.35 + 0.3 * random.nextDouble());
        double phase = 2 * Math.PI * random.nextDouble();
        double[][] grains = new double[SIZE][SIZE];
        for (double[] row : grains) {
            for (int column = 0; column < SIZE; column++) {
                row[column] = random.nextDouble();
            }
        }
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double across = (column - x) / width;
                double down = (row - y) / height;
                double angle = Math.atan2(down, across);
                double edge = malignant ? 1 + 0.25 * Math.sin(7 * angle + phase) : 1;
                double tissue = Math.hypot(across, down) < edge ? 40 : tissue(anatomy, row);
                double speckle = 0.6 + 0.8 * grains[row / device.grain][column / device.grain];
                int grey = (int) Math.min(255, tissue * speckle * device.gain);
                image.getRaster().setSample(column, row, 0, grey);
            }
        }
        return image;
    }

    /** A breast has layers, a thyroid fades with depth. */
    private static double tissue(String anatomy, int row) {
        return anatomy.equals("breast") ? 110 + 30 * Math.sin(row / 4.0) : 150 - 1.5 * row;
    }
}
