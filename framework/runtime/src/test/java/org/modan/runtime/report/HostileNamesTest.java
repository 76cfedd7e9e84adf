/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Names come from files and folders of strangers: none of them may do anything. */
class HostileNamesTest {

    private static final String ARM = "</script><img src=x onerror=alert(1)>";
    private static final String TASK = "a_b & 50% $x^2 {c} ~#\\ | `d`";
    private static final String WARNING = "<b onclick=\"x\">'\u202Eexe.\u0007";

    @TempDir Path temp;
    private Path run;
    private String page;

    @BeforeEach
    void generate() throws IOException {
        run =
                new GeneratedRun(temp.resolve("out"))
                        .arms(ARM, "scratch")
                        .tasks(TASK)
                        .failing(ARM, TASK, 0)
                        .warnings(WARNING)
                        .maps(30)
                        .write();
        page = Files.readString(ReportWriter.rebuild(run, Question.DECLARED).page());
    }

    @Test
    void noneBecomesMarkup() {
        assertThat(page)
                .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x")
                .doesNotContain("</script><img")
                .doesNotContain("<b onclick")
                .contains("&lt;b onclick=&quot;x&quot;&gt;&#39;\uFFFDexe.\uFFFD");
    }

    @Test
    void thePageHasItsOwnScriptsOnly() {
        Matcher scripts = Pattern.compile("<script[^>]*>").matcher(page);

        assertThat(scripts.results().map(found -> found.group()))
                .containsExactly("<script type=\"application/json\" id=\"atlas\">", "<script>");
        assertThat(page)
                .containsPattern(
                        "content=\"default-src &#39;none&#39;; script-src &#39;sha256-[^;]+&#39;; style-src &#39;sha256-")
                .doesNotContain("unsafe-inline")
                .doesNotContain(" style=")
                .doesNotContain("http://www.example")
                .doesNotContainPattern("(src|href)=\"(?!data:|#)");
    }

    @Test
    void theyStandInTheMapsDataAsTheyAre() {
        assertThat(page)
                .contains(
                        "\"arm\":\"\\u003c/script\\u003e\\u003cimg src=x onerror=alert(1)\\u003e");
    }

    @Test
    void latexSetsThem() throws IOException {
        Path table = named("tables", "results.fine-tune.tex");

        assertThat(Files.readString(table))
                .contains(
                        "\\multicolumn{3}{c}{a\\_b \\& 50\\% \\$x\\textasciicircum{}2 \\{c\\} \\textasciitilde{}\\#\\textbackslash{} \\textbar{} `d`}")
                .contains("\\textless{}/script\\textgreater{}");
    }

    @Test
    void markdownShowsThem() throws IOException {
        Path table = named("tables", "results.fine-tune.md");

        assertThat(Files.readAllLines(table))
                .element(2)
                .asString()
                .startsWith(
                        "| pretraining | a\\_b &amp; 50% $x^2 \\{c\\} \\~\\#\\\\ \\| \\`d\\` AUC |");
    }

    @Test
    void figuresAreXml() throws Exception {
        List<Path> figures;
        try (Stream<Path> files = Files.list(run.resolve("figures"))) {
            figures = files.filter(file -> file.toString().endsWith(".svg")).toList();
        }

        assertThat(figures).isNotEmpty();
        for (Path figure : figures) {
            assertThat(figure.getFileName().toString()).matches("[A-Za-z0-9._=+,\\[\\]-]+");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Files.readString(figure))));
        }
    }

    private Path named(String folder, String name) {
        return run.resolve(folder).resolve(name);
    }
}
