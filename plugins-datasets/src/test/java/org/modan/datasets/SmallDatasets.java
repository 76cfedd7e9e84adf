/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.modan.datasets.npy.NpyBytes;

/** Writes each dataset's layout with some twenty images, no two of which are alike. */
final class SmallDatasets {

    private static final int SLICES = 5;

    private SmallDatasets() {}

    /** Two class folders, of which one has a folder below it. */
    static void writeFolder(Path root) {
        for (int i = 0; i < 10; i++) {
            TestImages.write(root.resolve("Hand/%d.png".formatted(i)), 10 + i);
            TestImages.write(root.resolve("HeadCT/deep/%d.jpg".formatted(i)), 100 + 10 * i);
        }
    }

    /** The same with a table that lists every second image of each class. */
    static void writeManifest(Path root) throws IOException {
        writeFolder(root);
        Files.writeString(
                root.resolve("list.csv"),
                "path,label,group,device\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, 10)
                                        .mapToObj(
                                                i ->
                                                        "Hand/%1$d.png,Hand,p%1$d,A\nHeadCT/deep/%1$d.jpg,,,"
                                                                .formatted(i))
                                        .toList()));
    }

    /** Images of all three folders, those of lesions with masks that mark less than all. */
    static void writeBusi(Path root) {
        int grey = 0;
        for (String folder : List.of("benign", "malignant", "normal")) {
            for (int i = 1; i <= 7; i++) {
                String name = "%1$s/%1$s (%2$d)".formatted(folder, i);
                TestImages.write(root.resolve(name + ".png"), grey += 10);
                TestImages.write(
                        root.resolve(name + "_mask.png"), folder.equals("normal") ? 0 : 255);
            }
        }
    }

    /** Cases of two images each, every third without a score. */
    static void writeThyroid(Path root) throws IOException {
        for (int number = 1; number <= 12; number++) {
            String score = List.of("2", "4a", "").get(number % 3);
            Files.writeString(
                    root.resolve(number + ".xml"),
                    "<case><number>%d</number><sex>F</sex><tirads>%s</tirads></case>"
                            .formatted(number, score));
            TestImages.write(root.resolve(number + "_1.jpg"), 20 * number);
            TestImages.write(root.resolve(number + "_2.jpg"), 20 * number + 10);
        }
    }

    /** Exams of one plane in both parts. */
    static void writeMrnet(Path root) throws IOException {
        int grey = 0;
        for (String part : List.of("train", "valid")) {
            StringBuilder labels = new StringBuilder();
            for (int exam = 0; exam < 4; exam++) {
                String number = "%s%03d".formatted(part.equals("train") ? "0" : "1", exam);
                Path file = root.resolve("%s/sagittal/%s.npy".formatted(part, number));
                byte[] values = new byte[SLICES * 6];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (byte) (grey + i / 6);
                }
                grey += SLICES;
                NpyBytes.write(file, SLICES, 2, 3, values);
                labels.append("%s,%d\n".formatted(number, exam % 2));
            }
            Files.writeString(root.resolve(part + "-acl.csv"), labels.toString());
        }
    }

    /** Slices that are images of their own, and the list that labels them. */
    static void writeSliceList(Path root) throws IOException {
        StringBuilder list = new StringBuilder("filename,acl_label\n");
        for (int exam = 0; exam < 20; exam++) {
            String name = "images/%04d_sagittal_19.000000.png".formatted(exam);
            TestImages.write(root.resolve(name), 10 * exam);
            list.append("%s,%s\n".formatted(name, exam % 2 == 0 ? "yes" : "no"));
        }
        Files.writeString(root.resolve("acl.csv"), list);
    }

    /** Four classes of three modalities in the published tree. */
    static void writeMinirin(Path root) {
        int grey = 0;
        for (String folder : List.of("CT/abd/normal", "CT/lung/nodule", "MR/af/plant", "US/gb")) {
            for (int i = 0; i < 6; i++) {
                TestImages.write(root.resolve("%s/%06d.png".formatted(folder, i)), grey += 10);
            }
        }
    }
}
