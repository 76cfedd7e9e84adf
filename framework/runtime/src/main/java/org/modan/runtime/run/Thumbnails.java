/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.modan.nn.image.Images;
import org.modan.nn.internal.weights.AtomicFile;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.MapEntry;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.runtime.results.EmbeddingTables;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small pictures of a corpus on one sheet, for the points of its maps: {@code thumbnails.png}, grey
 * tiles row by row in the order of the images, and {@code thumbnails.json}, which says where each
 * image is. A corpus of more than {@value #MOST} images is thinned out evenly.
 */
final class Thumbnails {

    private static final int TILE = 24;
    private static final int MOST = 10_000;

    private final Path folder;
    private final ImageSource images;

    /**
     * @param output folder of the run
     */
    Thumbnails(Path output, ImageSource images) {
        this.folder = output.resolve(EmbeddingTables.FOLDER);
        this.images = requireNonNull(images, "images is null");
    }

    /** One sheet for each corpus that is mapped; one that is there already is left alone. */
    void write(Plan plan) {
        Map<String, List<MapEntry>> corpora = new LinkedHashMap<>();
        for (MapEntry map : plan.maps()) {
            corpora.computeIfAbsent(map.cell().corpus().digest().index(), key -> new ArrayList<>())
                    .add(map);
        }
        int number = 1;
        for (Map.Entry<String, List<MapEntry>> corpus : corpora.entrySet()) {
            String name = number == 1 ? "thumbnails" : "thumbnails-" + number;
            try {
                write(name, corpus.getKey(), corpus.getValue());
            } catch (IOException e) {
                throw new ModanException(
                        ErrorCode.OUTPUT, "%s: %s".formatted(folder, Reasons.of(e)), e);
            }
            number++;
        }
    }

    private void write(String name, String digest, List<MapEntry> maps) throws IOException {
        RepresentationCell cell = maps.get(0).cell();
        int size = cell.corpus().samples().size();
        int tiles = Math.min(size, MOST);
        int columns = (int) Math.ceil(Math.sqrt(tiles));
        List<Integer> shown = new ArrayList<>();
        for (int tile = 0; tile < tiles; tile++) {
            shown.add((int) ((long) tile * size / tiles));
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("file", name + ".png");
        description.put("tile", TILE);
        description.put("columns", columns);
        description.put("corpus", digest);
        description.put("images", size);
        description.put("maps", maps.stream().map(EmbeddingTables::name).toList());
        description.put(
                "ids", shown.stream().map(i -> cell.corpus().samples().get(i).id()).toList());
        String json = JsonMapper.shared().writeValueAsString(description) + "\n";
        Path sheet = folder.resolve(name + ".png");
        Path index = folder.resolve(name + ".json");
        if (Files.exists(sheet) && Files.exists(index) && Files.readString(index).equals(json)) {
            return;
        }
        Files.createDirectories(folder);
        // A sheet without its description is none: the next run makes both again.
        Files.deleteIfExists(index);
        ImageSet pixels = images.images(cell.corpus(), cell.encoder().imageFormat());
        new AtomicFile(sheet).write(List.of(ByteBuffer.wrap(png(pixels, shown, columns))));
        AtomicFiles.write(index, json);
    }

    private static byte[] png(ImageSet pixels, List<Integer> shown, int columns)
            throws IOException {
        int rows = (shown.size() + columns - 1) / columns;
        BufferedImage sheet =
                new BufferedImage(
                        Math.max(1, columns) * TILE,
                        Math.max(1, rows) * TILE,
                        BufferedImage.TYPE_BYTE_GRAY);
        for (int tile = 0; tile < shown.size(); tile++) {
            sheet.getRaster()
                    .setDataElements(
                            tile % columns * TILE,
                            tile / columns * TILE,
                            TILE,
                            TILE,
                            Images.toSquare(image(pixels, shown.get(tile)), TILE, 1));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", bytes);
        return bytes.toByteArray();
    }

    private static Image image(ImageSet pixels, int index) {
        int size = pixels.imageSize();
        int area = size * size;
        byte[] planes = new byte[pixels.channels() * area];
        pixels.read(index, planes);
        if (pixels.channels() == 1) {
            return Image.grey(size, size, planes);
        }
        byte[] interleaved = new byte[planes.length];
        for (int pixel = 0; pixel < area; pixel++) {
            for (int channel = 0; channel < pixels.channels(); channel++) {
                interleaved[pixel * pixels.channels() + channel] = planes[channel * area + pixel];
            }
        }
        return Image.rgb(size, size, interleaved);
    }
}
