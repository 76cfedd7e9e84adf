/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.modan.datasets.files.HeadedCsv;
import org.modan.datasets.files.ListedPath;
import org.modan.datasets.files.Problems;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * A selection as a CSV file, of columns path, label, modality, anatomy and class: paths below the
 * tree's folder, so that it serves wherever that lies. The {@code manifest} dataset reads it, too.
 */
final class SelectionFile {

    private static final List<String> READ = List.of("path", "label", "modality", "anatomy");
    private static final CSVFormat WRITTEN =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader("path", "label", "modality", "anatomy", "class")
                    .setRecordSeparator('\n')
                    .get();

    private final Path file;

    SelectionFile(Path file) {
        this.file = file;
    }

    /**
     * The images in the order of {@link RadImage#ORDER}.
     *
     * @throws ModanException naming all images that are not there
     */
    List<RadImage> read(RadImageNetHome home) {
        Problems problems = new Problems("minirin");
        List<RadImage> images = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        new HeadedCsv("minirin", file)
                .read(
                        READ,
                        row -> {
                            String path = row.get(0);
                            if (!ListedPath.staysBelow(path)) {
                                problems.add("paths lead out of the dataset's folder", path);
                            } else if (!seen.add(path)) {
                                problems.add("images are listed twice", path);
                            } else if (!Files.isRegularFile(home.path().resolve(path))) {
                                problems.add("images are not there", path);
                            } else {
                                images.add(
                                        new RadImage(
                                                path,
                                                new RadClass(row.get(1), row.get(2), row.get(3))));
                            }
                        });
        problems.refuse(
                "the selection %s does not fit the images in %s".formatted(file, home.path()));
        images.sort(RadImage.ORDER);
        return images;
    }

    /**
     * Writes a selection in one move, or leaves the file alone if it holds that already.
     *
     * @throws ModanException if there is a file with another content, which may be another's
     */
    void write(List<RadImage> images) {
        byte[] text = text(images).getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file)) {
                refuseOther(text);
                return;
            }
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Not a temporary file of the JDK's: nobody else may read those, once moved as well.
            Path part = folder.resolve(partName());
            try {
                Files.write(part, text);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "minirin: the selection cannot be written to %s; check the folder's permissions and its room"
                            .formatted(file),
                    e);
        }
    }

    private String partName() {
        return "%s.%d.part".formatted(file.getFileName(), ProcessHandle.current().pid());
    }

    private void refuseOther(byte[] text) throws IOException {
        if (!Files.isRegularFile(file) || !Arrays.equals(text, Files.readAllBytes(file))) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "minirin: %s is there and holds something other than this selection; set manifest to it to use it, or write-manifest to another file"
                            .formatted(file));
        }
    }

    private static String text(List<RadImage> images) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, WRITTEN)) {
            for (RadImage image : images) {
                RadClass radClass = image.radClass();
                printer.printRecord(
                        image.path(),
                        radClass.name(),
                        radClass.modality(),
                        radClass.anatomy(),
                        radClass.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }
}
