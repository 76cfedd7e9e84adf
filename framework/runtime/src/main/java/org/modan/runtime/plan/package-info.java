/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * From experiments to cells: what would be run, each piece with a key made of everything that
 * decides its outcome. Nothing here trains.
 */
package org.modan.runtime.plan;
