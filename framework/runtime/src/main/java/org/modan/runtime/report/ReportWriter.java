/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.nn.internal.weights.AtomicFile;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.content.ContentsBuilder;
import org.modan.runtime.report.figure.Figure;
import org.modan.runtime.report.figure.PngWriter;
import org.modan.runtime.report.figure.SvgWriter;
import org.modan.runtime.report.page.Page;
import org.modan.runtime.report.stored.RunFolder;
import org.modan.runtime.report.stored.Settings;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.report.summary.Atlas;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.CsvTable;
import org.modan.runtime.report.table.LatexTable;
import org.modan.runtime.report.table.MarkdownTable;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.results.FileName;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Writes report.html, tables/ and figures/ into an output folder, from what lies there. */
public final class ReportWriter {

    /** The report itself. */
    public static final String PAGE = "report.html";

    /** The folder of its tables. */
    public static final String TABLES = "tables";

    /** The folder of its figures. */
    public static final String FIGURES = "figures";

    private ReportWriter() {}

    /**
     * Makes comparisons.csv again, and then all the rest.
     *
     * @throws ModanException if the folder is no output folder, cannot be written to, or has no
     *     answer to the question
     */
    public static ReportFiles rebuild(Path folder, Question question) {
        StoredRun before = RunFolder.read(folder);
        Settings settings = question.isDeclared() ? before.settings() : question.applyTo(before);
        Optional<String> problem = ComparisonRebuild.write(folder, settings);
        if (problem.isPresent() && !question.isDeclared()) {
            throw new ModanException(ErrorCode.OUTPUT, problem.get());
        }
        StoredRun run = before.with(settings, RunFolder.comparisons(folder));
        List<String> caveats = question.isDeclared() ? List.of() : List.of(question.caveat());
        return write(run, caveats, problem.stream().toList());
    }

    /**
     * @throws ModanException if the folder is no output folder, or cannot be written to
     */
    public static ReportFiles write(Path folder) {
        return write(RunFolder.read(folder), List.of(), List.of());
    }

    private static ReportFiles write(
            StoredRun run, List<String> knownCaveats, List<String> knownProblems) {
        Path folder = run.folder();
        Study study = Study.of(run);
        Atlas atlas = Atlas.of(study);
        Contents contents = ContentsBuilder.of(study, atlas, knownCaveats);
        List<String> problems = new ArrayList<>(knownProblems);
        try {
            AtomicFiles.write(folder.resolve(PAGE), new Page(contents, atlas).write());
            writeTables(folder.resolve(TABLES), contents.tables());
            writeFigures(folder.resolve(FIGURES), contents.figures(), problems);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "%s cannot be written: %s; make room, or check the folder's permissions"
                            .formatted(folder, Reasons.of(e)),
                    e);
        }
        return new ReportFiles(
                folder.resolve(PAGE),
                contents.tables().size(),
                contents.figures().size(),
                contents.caveats(),
                problems);
    }

    private static void writeTables(Path folder, List<Table> tables) throws IOException {
        Files.createDirectories(folder);
        for (Table table : tables) {
            String name = FileName.of(table.name());
            AtomicFiles.write(folder.resolve(name + ".csv"), CsvTable.write(table));
            AtomicFiles.write(folder.resolve(name + ".md"), MarkdownTable.write(table));
            AtomicFiles.write(folder.resolve(name + ".tex"), LatexTable.write(table));
        }
    }

    private static void writeFigures(Path folder, List<Figure> figures, List<String> problems)
            throws IOException {
        if (figures.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        for (Figure figure : figures) {
            AtomicFiles.write(
                    folder.resolve(FileName.of(figure.name()) + ".svg"), SvgWriter.write(figure));
        }
        for (Figure figure : figures) {
            byte[] png;
            try {
                png = PngWriter.write(figure);
            } catch (IOException e) {
                problems.add(
                        "no PNG figures: %s; install fonts (Debian: apt-get install fontconfig fonts-dejavu-core), or use the SVG figures"
                                .formatted(e.getMessage()));
                return;
            }
            new AtomicFile(folder.resolve(FileName.of(figure.name()) + ".png"))
                    .write(List.of(ByteBuffer.wrap(png)));
        }
    }
}
