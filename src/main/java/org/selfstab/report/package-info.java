/** Files and tables for people and programs. */
package org.selfstab.report;
