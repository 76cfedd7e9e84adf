/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.modan.spi.Seed;

/** Makes small datasets of the published layouts below one folder, no two images alike. */
final class DatasetTrees {

    private static final int SIDE = 32;
    private static final String CLASSES = "/org/modan/datasets/minirin/radimagenet-classes.txt";

    private final Path folder;
    private long images;

    DatasetTrees(Path folder) {
        this.folder = folder;
    }

    /** RadImageNet's 165 classes, of 1, 2, 3, 4, 1, 2, ... images. */
    void radImageNet() throws IOException {
        List<String> classes;
        try (InputStream in = DatasetTrees.class.getResourceAsStream(CLASSES)) {
            classes = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        for (int i = 0; i < classes.size(); i++) {
            for (int image = 0; image <= i % 4; image++) {
                image("radiology_ai/%s/%06d.png".formatted(classes.get(i), image));
            }
        }
    }

    /** MRNet: three exams to train on, the second one torn, and one to validate on, torn. */
    void mrnet() throws IOException {
        Path home = folder.resolve("MRNet-v1.0");
        for (String plane : List.of("axial", "coronal", "sagittal")) {
            for (int exam = 0; exam < 3; exam++) {
                volume(home.resolve("train/%s/%04d.npy".formatted(plane, exam)), 20 + exam);
            }
            volume(home.resolve("valid/%s/1130.npy".formatted(plane)), 24);
        }
        Files.writeString(home.resolve("train-acl.csv"), "0000,0\n0001,1\n0002,0\n");
        Files.writeString(home.resolve("valid-acl.csv"), "1130,1\n");
    }

    void image(String name) throws IOException {
        byte[] noise = noise(SIDE * SIDE);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIDE, SIDE, noise);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void volume(Path file, int slices) throws IOException {
        String header =
                "{'descr': '|u1', 'fortran_order': False, 'shape': (%d, %d, %d), }\n"
                        .formatted(slices, SIDE, SIDE);
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + slices * SIDE * SIDE);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
        bytes.put(text).put(noise(slices * SIDE * SIDE));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.array());
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Seed(++images).random().nextBytes(noise);
        return noise;
    }
}
