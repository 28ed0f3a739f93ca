// Verifies with Go's own packages what the hub's log says of itself: notes, leaves, roots, inclusion and consistency.
// Reads one JSON document and writes what it found; it shares no code with the hub.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Index, Size int64
	Proof       []tlog.Hash
}

type consistency struct {
	OldSize, NewSize int64
	Proof            []tlog.Hash
}

type document struct {
	VerifierKey string
	Notes       []string
	Lines       []string
	Inclusion   []inclusion
	Consistency []consistency
}

// What of the document held, and what did not: each altered claim must be among the refused.
type found struct {
	Notes, NotesRefused             int
	Roots                           int
	Inclusion, InclusionRefused     int
	Consistency, ConsistencyRefused int
}

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		out[i] = h[at]
	}
	return out, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return value
}

func altered(proof []tlog.Hash) []tlog.Hash {
	if len(proof) == 0 {
		return []tlog.Hash{{1}}
	}
	copied := append([]tlog.Hash{}, proof...)
	copied[len(copied)/2][7] ^= 1
	return copied
}

func main() {
	var doc document
	if err := json.NewDecoder(os.Stdin).Decode(&doc); err != nil {
		must(0, err)
	}
	verifiers := note.VerifierList(must(note.NewVerifier(doc.VerifierKey)))
	var out found

	var stored hashes
	roots := []tlog.Hash{must(tlog.TreeHash(0, stored))}
	var leaves []tlog.Hash
	for at, line := range doc.Lines {
		stored = append(stored, must(tlog.StoredHashes(int64(at), []byte(line), stored))...)
		leaves = append(leaves, tlog.RecordHash([]byte(line)))
		roots = append(roots, must(tlog.TreeHash(int64(at)+1, stored)))
	}
	for _, text := range doc.Notes {
		if opened, err := note.Open([]byte(text), verifiers); err == nil {
			out.Notes++
			parts := strings.Split(opened.Text, "\n")
			size := must(strconv.Atoi(parts[1]))
			if parts[2] == roots[size].String() {
				out.Roots++
			}
		}
		if _, err := note.Open([]byte(strings.Replace(text, "\n", "0\n", 2)), verifiers); err != nil {
			out.NotesRefused++
		}
	}
	for _, one := range doc.Inclusion {
		root := roots[one.Size]
		if tlog.CheckRecord(one.Proof, one.Size, root, one.Index, leaves[one.Index]) == nil {
			out.Inclusion++
		}
		if tlog.CheckRecord(altered(one.Proof), one.Size, root, one.Index, leaves[one.Index]) != nil {
			out.InclusionRefused++
		}
	}
	for _, one := range doc.Consistency {
		older, newer := roots[one.OldSize], roots[one.NewSize]
		if tlog.CheckTree(one.Proof, one.NewSize, newer, one.OldSize, older) == nil {
			out.Consistency++
		}
		if tlog.CheckTree(altered(one.Proof), one.NewSize, newer, one.OldSize, older) != nil {
			out.ConsistencyRefused++
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		must(0, err)
	}
}
