/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** Tables, each made once and written as HTML, CSV, Markdown and LaTeX. */
package org.modan.runtime.report.table;
