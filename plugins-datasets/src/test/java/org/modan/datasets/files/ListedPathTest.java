/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "CT/abd/normal/1.png", "CT\\abd\\1.png", "a..b/..c.png"})
    void staysBelowTheFolder(String path) {
        assertThat(ListedPath.staysBelow(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a.png", "\\a.png", "../a.png", "a/../../b.png", "a\\..\\b", "C:\\a"})
    void leavesTheFolder(String path) {
        assertThat(ListedPath.staysBelow(path)).isFalse();
    }
}
