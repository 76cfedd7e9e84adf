/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** What a report shows: its tables and figures, put together once for the page and for files. */
package org.modan.runtime.report.content;
