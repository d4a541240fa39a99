/** TOML files with the place of every character. */
package org.selfstab.problem.toml;
