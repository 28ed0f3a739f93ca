// Verifies with Go's own packages what the hub's log says of itself: notes, leaves, roots, inclusion and consistency.
// Reads one JSON document and writes what it found; it shares no code with the hub.
package main

import (
	"encoding/base64"
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

// What the routes of the API answered, as it came.
type proofAnswer struct {
	Index, Size               int64
	Leaf, Checkpoint, Receipt string
	LeafHash                  tlog.Hash
	Proof                     []tlog.Hash
}

type consistencyAnswer struct {
	From, To   int64
	Checkpoint string
	Proof      []tlog.Hash
}

type answers struct {
	VerifierKey   string
	Checkpoints   []string
	Proofs        []proofAnswer
	Consistencies []consistencyAnswer
}

type document struct {
	VerifierKey string
	Answers     answers
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
	Answers                         foundInAnswers
}

type foundInAnswers struct {
	Checkpoints                                int
	Proofs, ProofsRefused                      int
	Receipts, ReceiptsRefused                  int
	Consistencies, ConsistenciesRefused, Whole int
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

type tree struct {
	size int64
	root tlog.Hash
}

// The tree that a signed note is of; false where it is not signed, or not a note of a tree.
func opened(text string, verifiers note.Verifiers) (tree, bool) {
	signed, err := note.Open([]byte(text), verifiers)
	if err != nil {
		return tree{}, false
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 3 {
		return tree{}, false
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tree{}, false
	}
	root, err := tlog.ParseHash(lines[2])
	return tree{size, root}, err == nil
}

// Whether a c2sp.org/tlog-proof shows that its extra is a record of the log, by its own words alone.
func holds(receipt string, verifiers note.Verifiers) bool {
	head, checkpoint, isWhole := strings.Cut(receipt, "\n\n")
	lines := strings.Split(head, "\n")
	if !isWhole || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return false
	}
	record, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return false
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return false
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return false
		}
		proof = append(proof, hash)
	}
	signed, ok := opened(checkpoint, verifiers)
	return ok && tlog.CheckRecord(proof, signed.size, signed.root, index, tlog.RecordHash(record)) == nil
}

// Every answer by the key alone: notes, inclusion of the bytes of a leaf, and growth from one answered checkpoint to another.
func (doc answers) check() (out foundInAnswers) {
	verifiers := note.VerifierList(must(note.NewVerifier(doc.VerifierKey)))
	roots := map[int64]tlog.Hash{}
	for _, text := range doc.Checkpoints {
		if signed, ok := opened(text, verifiers); ok {
			out.Checkpoints++
			roots[signed.size] = signed.root
		}
	}
	for _, one := range doc.Proofs {
		signed, ok := opened(one.Checkpoint, verifiers)
		leaf := tlog.RecordHash([]byte(one.Leaf))
		if ok && signed.size == one.Size && leaf == one.LeafHash &&
			tlog.CheckRecord(one.Proof, signed.size, signed.root, one.Index, leaf) == nil {
			out.Proofs++
		}
		other := tlog.RecordHash([]byte(one.Leaf + " "))
		if tlog.CheckRecord(altered(one.Proof), signed.size, signed.root, one.Index, leaf) != nil &&
			tlog.CheckRecord(one.Proof, signed.size, signed.root, one.Index, other) != nil {
			out.ProofsRefused++
		}
		if holds(one.Receipt, verifiers) {
			out.Receipts++
		}
		if !holds(strings.Replace(one.Receipt, "\nindex ", "\nindex 1", 1), verifiers) {
			out.ReceiptsRefused++
		}
	}
	for _, one := range doc.Consistencies {
		older, newer := roots[one.From], roots[one.To]
		if tlog.CheckTree(one.Proof, one.To, newer, one.From, older) == nil {
			out.Consistencies++
		}
		if tlog.CheckTree(altered(one.Proof), one.To, newer, one.From, older) != nil {
			out.ConsistenciesRefused++
		}
		if signed, ok := opened(one.Checkpoint, verifiers); ok && signed.size >= one.To {
			out.Whole++
		}
	}
	return out
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
	out.Answers = doc.Answers.check()
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		must(0, err)
	}
}
