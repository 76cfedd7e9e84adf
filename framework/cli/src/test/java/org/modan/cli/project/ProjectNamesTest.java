/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectNamesTest {

    @ParameterizedTest
    @CsvSource({
        "my-method, mymethod, MyMethodPlugin",
        "views-4, views4, Views4Plugin",
        "acme-plugin, acmeplugin, AcmePlugin",
        "plugin, plugin, MyPlugin",
        "native, thenative, NativePlugin"
    })
    void followFromTheId(String id, String packageName, String className) {
        ProjectNames names = ProjectNames.of(id);

        assertThat(names.packageName()).isEqualTo(packageName);
        assertThat(names.className()).isEqualTo(className);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My-Method", "my_method", "my--method", "-my", "4views", "a/b"})
    void refuseWhatNoPluginCanBeCalled(String id) {
        assertThatThrownBy(() -> ProjectNames.of(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is no name of a plugin: write lower-case letters, digits and single dashes, a letter first, as in my-method",
                        id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "org..example", "org.example.new", "Org.Example", "4views", "a-b"})
    void refuseWhatIsNoPackage(String packageName) {
        assertThatThrownBy(() -> new ProjectNames("mine", packageName))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is no name of a Java package; write it as in org.example.vision",
                        packageName);
    }

    @Test
    void refuseAPackageThatIsNeverLookedForInAPlugin() {
        assertThatThrownBy(() -> new ProjectNames("mine", "org.modan.spi.mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a plugin's class cannot be in org.modan.spi.mine: what is in org.modan comes from Modan or Java itself");
        assertThat(new ProjectNames("mine", "org.modanity.mine").packageName())
                .isEqualTo("org.modanity.mine");
    }
}
